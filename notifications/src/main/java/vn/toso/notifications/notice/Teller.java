package vn.toso.notifications.notice;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Says what is to be told of changed documents of one kind, from how they are now. */
interface Teller {

    /** The kind's word in the change log. */
    String kind();

    /** The same notices each time, so that making them again makes nothing; asked for hundreds of documents at once. */
    Flux<Notice> tell(Collection<UUID> changed, RuleBook rules);
}
