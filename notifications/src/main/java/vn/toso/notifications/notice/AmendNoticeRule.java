package vn.toso.notifications.notice;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Changes when and to whom something is told. */
public final class AmendNoticeRule {

    private final NoticeRules rules;
    private final Amendment<NoticeRule> amendment;

    public AmendNoticeRule(NoticeRules rules) {
        this.rules = rules;
        this.amendment = new Amendment<>(rules.collection());
    }

    /**
     * Emits the rule as stored; {@code not-found} for a code that is none, {@code invalid} for a period or recipients that
     * the rule cannot have.
     *
     * @param expected the version that the caller saw, 0 for a rule as it ships; null for any
     */
    public Mono<NoticeRule> put(Actor actor, String code, @Nullable Long expected, NoticeRuleForm form) {
        return Mono.fromSupplier(() -> checked(actor, code, form))
                .flatMap(occasion -> stored(actor, NoticeRule.shipped(occasion), expected, form));
    }

    private static Occasion checked(Actor actor, String code, NoticeRuleForm form) {
        actor.require(Permission.EDIT_NOTICE_RULES);
        Occasion occasion = Occasion.find(code).orElseThrow(() -> Problem.notFound("notice-rule"));
        FieldErrors errors = new FieldErrors();
        form.check(occasion, errors);
        errors.throwIfAny();
        return occasion;
    }

    private Mono<NoticeRule> stored(Actor actor, NoticeRule shipped, @Nullable Long expected, NoticeRuleForm form) {
        Mono<NoticeRule> present = rules.collection().find(shipped.id());
        return present.flatMap(found -> amendment.make(actor, present, expected, rule -> rule.saying(form)))
                .switchIfEmpty(Mono.defer(() -> first(actor, shipped, expected, form)));
    }

    private Mono<NoticeRule> first(Actor actor, NoticeRule shipped, @Nullable Long expected, NoticeRuleForm form) {
        if (expected != null && expected != 0) {
            return Mono.error(() -> Problem.of(ProblemCode.VERSION_MISMATCH, "version-mismatch"));
        }
        return rules.collection()
                .insert(actor, shipped.saying(form))
                .onErrorMap(DuplicateDocument.class, quicker -> Problem.of(ProblemCode.CONFLICT, "conflict.busy"));
    }
}
