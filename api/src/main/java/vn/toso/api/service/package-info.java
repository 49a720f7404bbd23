/** The catalogue of services. */
@NullMarked
package vn.toso.api.service;

import org.jspecify.annotations.NullMarked;
