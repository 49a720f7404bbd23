package vn.toso.api.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller's parameter {@code @IfMatch @Nullable Long version}: the version that the caller's change was made
 * from, out of the header {@code If-Match: "3"}; null where the caller sent none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IfMatch {}
