package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.world.Names;

/** Which texts are about somebody, however people wrote the name. */
class MentionsTest {

    private static final String NAME = "Moong Thị Xuyến";
    private static final UUID HER = Names.resident(NAME).value();
    private static final HouseholdId HOME = Names.household(NAME);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moong Thị Xuyến",
                "bà Xuyến ốm",
                "BA XUYEN OM",
                "Xuyến, Moong Thị",
                "hỏi xuyen.",
                "Xuye\u0302\u0301n",
                "(Xuyến)",
                "mưa xối xả xuyên đêm"
            })
    void the_given_name_is_found_in_any_order_and_case_with_marks_and_without(String text) {
        assertThat(Mentions.ofName(NAME)).accepts(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trời mưa", "Moong Thị", "xuyenn", "axuyen", "bà X."})
    void a_family_name_or_a_part_of_a_word_is_nobody(String text) {
        assertThat(Mentions.ofName(NAME)).rejects(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "-"})
    void who_has_no_name_is_in_no_text(String noName) {
        assertThat(Mentions.ofName(noName)).rejects("", " ", "…", "-", "bà Xuyến");
    }

    @Test
    void an_id_is_found_in_either_case_and_only_as_a_whole() {
        Predicate<String> hers = Mentions.ofAny(Set.of(HER, Names.uuid("ai đó")));

        assertThat(hers)
                .accepts(
                        "{\"residentId\":\"" + HER + "\"}",
                        HER.toString().toUpperCase(Locale.ROOT),
                        Names.uuid("người khác") + " " + HER,
                        Names.uuid("ai đó").toString())
                .rejects("", Names.uuid("người khác").toString(), HER.toString().substring(1));
        assertThat(Mentions.ofAny(Set.of())).rejects(HER.toString());
    }

    @Test
    void a_name_counts_only_in_content_about_the_own_household() {
        assertThat(Mentions.ofNameBeside(Set.of(HOME.value()), NAME))
                .accepts(
                        "{\"householdId\":\"" + HOME + "\",\"note\":\"bà xuyen\"}",
                        "{\"householdId\":\"" + HOME.toString().toUpperCase(Locale.ROOT) + "\",\"note\":\"bà Xuyến\"}",
                        "{\"householdId\":\"" + HOME + "\",\"note\":\"đi vắng\\nXuyến ốm\"}",
                        "{\"householdId\":\"" + HOME + "\",\"note\":\"Xuy\\u1ebfn\"}")
                .rejects("{\"householdId\":\"" + HOME + "\",\"note\":\"\\u0058\\u0059 xuy\\n\\u1ebfn\"}")
                .rejects("{\"householdId\":\"" + HOME + "\",\"note\":\"trời mưa\"}")
                .rejects("{\"householdId\":\"" + Names.household("Vi Văn Thông") + "\",\"note\":\"bà xuyen\"}");
    }
}
