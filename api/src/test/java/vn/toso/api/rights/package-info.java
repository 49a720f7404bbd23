/** Walks every operation of the API with everybody, everywhere. */
package vn.toso.api.rights;
