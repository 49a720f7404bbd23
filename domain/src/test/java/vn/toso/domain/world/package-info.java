/** A small province with people, for the tests of every module. */
package vn.toso.domain.world;
