package vn.toso.api.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.seed.phone.Verdict;
import vn.toso.seed.phone.Verdict.Outcome;

/** Whether everything that anybody did is applied, merged, in conflict or in quarantine, and its content nowhere lost. */
final class Fates {

    private static final JsonMapper JSON = new JsonMapper();

    private final Evening evening;
    private final Books books;
    private final Consumer<String> wrong;

    Fates(Evening evening, Books books, Consumer<String> wrong) {
        this.evening = evening;
        this.books = books;
        this.wrong = wrong;
    }

    /** Everything that was answered, each phone's in the order in which it was done. */
    List<Item> check() {
        List<UUID> done = evening.done().toList();
        Map<UUID, Document> receipts = books.byId("mutations", done);
        Map<UUID, Document> held = books.byId("quarantine", done);
        List<Item> items = new ArrayList<>();
        for (FieldPhone phone : evening.phones()) {
            Map<UUID, Verdict> told = told(phone);
            UUID device = phone.phone().device();
            for (UUID id : phone.done()) {
                if (told.containsKey(id)) {
                    items.add(new Item(device, items.size(), told.get(id), receipts.get(id), held.get(id)));
                } else {
                    wrong.accept(id + " was never answered");
                }
            }
        }
        items.forEach(this::check);
        return items;
    }

    private Map<UUID, Verdict> told(FieldPhone phone) {
        Map<UUID, Verdict> told = new HashMap<>();
        for (Verdict verdict : phone.phone().outbox().verdicts()) {
            if (told.put(verdict.mutation().id(), verdict) != null) {
                wrong.accept(verdict.mutation().id() + " was answered twice");
            }
        }
        return told;
    }

    private void check(Item item) {
        if (item.receipt() == null) {
            wrong.accept("no receipt: " + item);
            return;
        }
        String fate = item.receipt().getString("verdict");
        if (!fate.equals(item.outcome().name()) && !wasLetIn(item)) {
            wrong.accept("was told otherwise: " + item);
        }
        if (!isKept(item)) {
            wrong.accept("the content is gone: " + item);
        }
    }

    /** By a leader, after the phone was told. That the work is then there, {@link Effects} see. */
    private static boolean wasLetIn(Item item) {
        return (item.outcome() == Outcome.REJECTED || item.outcome() == Outcome.QUARANTINED) && item.isApplied();
    }

    private static boolean isKept(Item item) {
        return switch (item.outcome()) {
            case REJECTED, QUARANTINED ->
                item.held() != null && says(item, item.held().getString("body"));
            case CONFLICT -> says(item, Objects.requireNonNull(item.receipt()).getString("body"));
            default -> true;
        };
    }

    private static boolean says(Item item, @Nullable String body) {
        return body != null && JSON.readTree(body).equals(item.mutation().body());
    }
}
