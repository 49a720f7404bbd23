package vn.toso.api.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.toso.domain.access.Permission;

/**
 * On a controller's method: at which rows of the table of rights the operation stands. Whose role lacks one of them is
 * refused with {@code forbidden} before the controller is called; the use cases ask again, and for the scope.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    /** All of which the caller's role must have. */
    Permission[] value();

    /** Whether everybody may do it for what is the own; then the use case alone tells who may. */
    boolean orOwn() default false;

    /** Whether it writes what the change log doesn't know, so that the door has to tell the audit. */
    boolean unlogged() default false;
}
