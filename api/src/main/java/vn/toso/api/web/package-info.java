/** What every controller shares: the actor, lists, versions, strict parameters. */
@NullMarked
package vn.toso.api.web;

import org.jspecify.annotations.NullMarked;
