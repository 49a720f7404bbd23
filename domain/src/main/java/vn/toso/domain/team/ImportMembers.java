package vn.toso.domain.team;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.area.HamletNames;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.table.Row;
import vn.toso.domain.table.Table;
import vn.toso.domain.table.Table.Line;
import vn.toso.domain.team.InviteMember.Invited;
import vn.toso.domain.text.Phones;
import vn.toso.domain.text.Vietnamese;

/**
 * Invites the team members of a list that somebody kept in a spreadsheet. Nothing is written unless every row is good or
 * the good ones are asked for; who is there already is not invited twice.
 */
public final class ImportMembers {

    /**
     * What came of it, or would come of it in a dry run.
     *
     * @param members how many were invited
     * @param invited who, with the row and the code of each; empty in a dry run
     * @param alreadyThere how many were members or invited before
     * @param errors by row and column, pointers such as {@code /rows/17/Số điện thoại}; those rows were left out
     * @param ignoredColumns headings whose columns were not read
     */
    public record Imported(
            int members,
            List<Joined> invited,
            int alreadyThere,
            List<FieldError> errors,
            List<String> ignoredColumns) {}

    /** @param row as the spreadsheet shows it */
    public record Joined(int row, Invited invited) {}

    /** Of our own making, once: keeps ids that follow from lists apart from all other ids that are made from names. */
    private static final UUID NAMESPACE = UUID.fromString("5a1f0f6e-2f36-4b0c-9a4d-6f0a1d7c8e21");

    private final Members members;
    private final InviteMember invite;
    private final AreaTrees trees;
    private final Clock clock;

    public ImportMembers(Members members, InviteMember invite, AreaTrees trees, Clock clock) {
        this.members = members;
        this.invite = invite;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * Emits what came of it. {@code not-found}: the area is out of scope; {@code malformed}: the sheet has no such table;
     * {@code invalid}: the area is above communes, or rows are wrong and the good ones alone were not asked for.
     *
     * @param area home of those whose row names no hamlet: a hamlet, or a commune for the members of its own team
     * @param goodRows whether good rows are imported when others are wrong
     * @param dryRun whether nothing is written in any case
     */
    public Mono<Imported> run(Actor actor, AreaId area, List<Row> sheet, boolean goodRows, boolean dryRun) {
        return Mono.fromSupplier(() -> read(actor, area, sheet))
                .flatMap(list -> members.presentIn(list.homes()).collectList().map(list::comparedWith))
                .doOnNext(list -> list.refuseUnless(goodRows || dryRun))
                .flatMap(list -> dryRun ? Mono.just(list.planned()) : written(actor, list));
    }

    private Mono<Imported> written(Actor actor, Reading list) {
        List<Member> added =
                list.added.stream().map(joined -> joined.invited().member()).toList();
        return members.collection()
                .insertAll(actor, added)
                .collectMap(Member::id)
                .map(list::imported);
    }

    /** A list as it was read: whom to invite, and what keeps the others out. */
    private static final class Reading {
        private final Table<MemberColumn> table;
        private final Map<MemberId, Joined> good = new LinkedHashMap<>();
        private final List<FieldError> errors = new ArrayList<>();
        private final List<Joined> added = new ArrayList<>();
        private int alreadyThere;

        Reading(Table<MemberColumn> table) {
            this.table = table;
        }

        void blame(Line<MemberColumn> line, FieldError error) {
            MemberColumn column = error.pointer().startsWith("/phone")
                    ? MemberColumn.PHONE
                    : error.pointer().startsWith("/areas") ? MemberColumn.HAMLET : MemberColumn.NAME;
            errors.add(table.error(line.number(), column, error.code(), error.args()));
        }

        Set<AreaId> homes() {
            return good.values().stream()
                    .flatMap(joined -> joined.invited().member().areas().stream())
                    .collect(Collectors.toSet());
        }

        Reading comparedWith(List<Member> present) {
            Set<MemberId> ids = present.stream().map(Member::id).collect(Collectors.toSet());
            Set<String> people = present.stream()
                    .filter(known -> known.phone() != null)
                    .map(Reading::person)
                    .collect(Collectors.toSet());
            for (Joined joined : good.values()) {
                Member read = joined.invited().member();
                if (ids.contains(read.id()) || people.contains(person(read))) {
                    alreadyThere++;
                } else {
                    added.add(joined);
                }
            }
            return this;
        }

        void refuseUnless(boolean tolerant) {
            if (!errors.isEmpty() && !tolerant) {
                throw Problem.invalid(errors);
            }
        }

        Imported planned() {
            return new Imported(added.size(), List.of(), alreadyThere, List.copyOf(errors), table.ignored());
        }

        /** @param stored those of the members to add who were not added by somebody quicker */
        Imported imported(Map<MemberId, Member> stored) {
            List<Joined> invited = added.stream()
                    .filter(joined ->
                            stored.containsKey(joined.invited().member().id()))
                    .toList();
            int there = alreadyThere + added.size() - invited.size();
            return new Imported(invited.size(), invited, there, List.copyOf(errors), table.ignored());
        }

        private static String person(Member member) {
            return member.sortKey() + "\n" + member.phone();
        }
    }

    private Reading read(Actor actor, AreaId area, List<Row> sheet) {
        actor.require(Permission.EDIT_MEMBERS);
        LocalDate today = Days.today(clock);
        HamletNames hamlets = HamletNames.under(actor, trees.current(), area, today);
        Reading list = new Reading(Table.in(sheet, MemberColumn.class));
        for (Line<MemberColumn> line : list.table.lines()) {
            AreaId home = home(list, line, area, hamlets);
            if (home != null) {
                check(actor, list, line, home);
            }
        }
        return list;
    }

    private void check(Actor actor, Reading list, Line<MemberColumn> line, AreaId home) {
        String name = line.get(MemberColumn.NAME);
        String written = line.get(MemberColumn.PHONE);
        String phone = written == null ? null : phone(Phones.withZero(written));
        MemberId id = new MemberId(UuidCreator.getNameBasedSha1(
                NAMESPACE,
                home + "\n" + (name == null ? "" : Vietnamese.fold(Vietnamese.normalise(name))) + "\n" + phone));
        try {
            Invited invited = invite.prepared(actor, id, new MemberForm(name, phone, Role.TEAM_MEMBER, List.of(home)));
            if (list.good.putIfAbsent(id, new Joined(line.number(), invited)) != null) {
                list.blame(line, FieldError.of("/name", "duplicate"));
            }
        } catch (Problem wrong) {
            if (wrong.errors().isEmpty()) {
                throw wrong;
            }
            wrong.errors().forEach(error -> list.blame(line, error));
        }
    }

    /** In one form, so that it makes the same id however it was written; what is no number is refused later. */
    private static String phone(String written) {
        return Phones.normalise(written).orElse(written);
    }

    /** Where a row's person is at home; null, with the reason noted, when it names no hamlet that there is. */
    private static @Nullable AreaId home(Reading list, Line<MemberColumn> line, AreaId area, HamletNames hamlets) {
        String said = line.get(MemberColumn.HAMLET);
        if (said == null) {
            return area;
        }
        Set<AreaId> named = hamlets.named(said);
        if (named.size() == 1) {
            return named.iterator().next();
        }
        list.blame(line, FieldError.of("/areas", named.isEmpty() ? "unknown-hamlet" : "ambiguous-hamlet"));
        return null;
    }
}
