/** Realistic activity, made up: deterministic from a seed number and a day, and marked as generated. */
@NullMarked
package vn.toso.seed.generator;

import org.jspecify.annotations.NullMarked;
