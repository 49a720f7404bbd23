/** The catalogue of services and what can come of them. */
@NullMarked
package vn.toso.domain.service;

import org.jspecify.annotations.NullMarked;
