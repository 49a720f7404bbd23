package vn.toso.api.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a controller's method: it needs no member, so it stands at no row of the table of rights. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenTo {

    /** Who may come without being a member. */
    enum Who {
        /** Without a token. */
        ANYBODY,
        /** With a token of the issuer. */
        ACCOUNTS
    }

    Who value();
}
