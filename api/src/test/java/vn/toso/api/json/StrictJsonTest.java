package vn.toso.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

@ApiTest
class StrictJsonTest {

    private static final String ID = "01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e8f";

    @Autowired
    private Api api;

    @Test
    void whatIsRightComesBackWithoutNulls() {
        Reply reply = send("'count':3,'at':'2026-11-20T19:05:00+07:00','on':'2026-11-20','outcome':'ACHIEVED'")
                .is(200);

        assertThat(reply.json().toString().replace('"', '\''))
                .isEqualTo("{'id':'" + ID + "','name':'n','count':3,'outcome':'ACHIEVED',"
                        + "'at':'2026-11-20T19:05:00+07:00','on':'2026-11-20'}");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("'colour':'red'", "/colour unknown-field"),
                Arguments.of("'one':{'word':'a','level':1,'x':1}", "/one/x unknown-field"),
                Arguments.of(
                        "'inner':[{'word':'a','level':1},{'word':'a','level':1,'levle':1}]",
                        "/inner/1/levle unknown-field"),
                Arguments.of("'count':'3'", "/count not-an-integer"),
                Arguments.of("'count':3.5", "/count not-an-integer"),
                Arguments.of("'count':true", "/count not-an-integer"),
                Arguments.of("'count':99999999999", "/count not-an-integer"),
                Arguments.of("'count':{}", "/count not-an-integer"),
                Arguments.of("'count':''", "/count not-an-integer"),
                Arguments.of("'degrees':'18.5'", "/degrees not-a-number"),
                Arguments.of("'flag':'true'", "/flag not-a-boolean"),
                Arguments.of("'flag':1", "/flag not-a-boolean"),
                Arguments.of("'outcome':'DONE'", "/outcome not-one-of"),
                Arguments.of("'outcome':'achieved'", "/outcome not-one-of"),
                Arguments.of("'outcome':''", "/outcome not-one-of"),
                Arguments.of("'outcome':1", "/outcome not-one-of"),
                Arguments.of("'at':'2026-11-20T19:05:00'", "/at not-a-time"),
                Arguments.of("'at':'2026-11-20'", "/at not-a-time"),
                Arguments.of("'at':1763640300", "/at not-a-time"),
                Arguments.of("'at':''", "/at not-a-time"),
                Arguments.of("'on':'20/11/2026'", "/on not-a-date"),
                Arguments.of("'on':'2026-02-30'", "/on not-a-date"),
                Arguments.of("'on':'2026-11-20T19:05:00+07:00'", "/on not-a-date"),
                Arguments.of("'on':[2026,11,20]", "/on not-a-date"),
                Arguments.of("'other':'1-2-3-4-5'", "/other not-a-uuid"),
                Arguments.of("'other':'01933b3c7a5e7c1f8d2a3f4b5c6d7e8f'", "/other not-a-uuid"),
                Arguments.of("'other':'{" + ID + "}'", "/other not-a-uuid"),
                Arguments.of("'other':''", "/other not-a-uuid"),
                Arguments.of("'other':5", "/other not-a-uuid"),
                Arguments.of("'inner':{'word':'a','level':1}", "/inner not-a-list"),
                Arguments.of("'inner':'a'", "/inner not-a-list"),
                Arguments.of("'one':[]", "/one not-an-object"),
                Arguments.of("'one':'a'", "/one not-an-object"),
                Arguments.of("'one':''", "/one not-an-object"),
                Arguments.of("'one':{'word':5,'level':1}", "/one/word not-a-text"),
                Arguments.of("'count':3,'count':4", "/count duplicate-field"),
                Arguments.of("'degrees':NaN", "/degrees broken-json"));
    }

    @ParameterizedTest
    @MethodSource
    void unreadable(String more, String blamed) {
        send(more).isProblem(400, "malformed").blames(blamed);
    }

    static Stream<Arguments> unreadableWhole() {
        return Stream.of(
                Arguments.of("{", " broken-json"),
                Arguments.of("{'id'}", "/id broken-json"),
                Arguments.of("not json", " broken-json"),
                Arguments.of("[]", " not-an-object"),
                Arguments.of("5", " not-an-object"),
                Arguments.of("'text'", " not-an-object"),
                Arguments.of("{'id':'" + ID + "','name':'n'} {}", " trailing-content"),
                Arguments.of("{'id':'" + ID + "','name':'n'} x", " broken-json"));
    }

    @ParameterizedTest
    @MethodSource
    void unreadableWhole(String body, String blamed) {
        api.asLan()
                .posts("/v1/probe", body.replace('\'', '"'))
                .isProblem(400, "malformed")
                .blames(blamed);
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        api.asLan()
                .posts("/v1/probe", "{\"id\":null,\"inner\":[{\"word\":null,\"level\":1},null]}")
                .isProblem(422, "invalid")
                .blames("/id required", "/name required", "/inner/0/word required", "/inner/1 required");
    }

    @Test
    void aNumberThatMustBeThereIsRequiredToo() {
        send("'one':{'word':'a','level':null}").isProblem(422, "invalid").blames("/one/level required");
        send("'one':{'word':'a'}").isProblem(422, "invalid").blames("/one/level required");
    }

    @Test
    void anEmptyBodyIsTold() {
        api.asLan().posts("/v1/probe", "").isProblem(400, "malformed");
        api.asLan().posts("/v1/probe").isProblem(400, "malformed");
        api.asLan().posts("/v1/probe", "null").isProblem(400, "malformed");
    }

    @Test
    void deepNestingIsRefusedBeforeItHurts() {
        send("'one':" + "[".repeat(100_000)).isProblem(400, "malformed");
        send("'one':{'word':'a','x':" + "{'x':".repeat(40) + "1" + "}".repeat(40) + "}")
                .isProblem(400, "malformed");
    }

    @Test
    void whatIsBrokenIsSaidInBothLanguages() {
        String body = "{\"id\":\"" + ID + "\",\"name\":\"n\",\"outcome\":\"DONE\"}";

        assertThat(api.asLan().posts("/v1/probe", body).at("/errors/0/message"))
                .isEqualTo("Phải là một trong: ACHIEVED, ASSISTED, REFERRED, REFUSED, ABSENT, BLOCKED.");
        assertThat(api.asLan().inEnglish().posts("/v1/probe", body).at("/errors/0/message"))
                .isEqualTo("Must be one of: ACHIEVED, ASSISTED, REFERRED, REFUSED, ABSENT, BLOCKED.");
    }

    @Test
    void timesAreAnsweredInTheTimeOfVietNam() {
        assertThat(api.asLan().gets("/v1/probe/times").is(200).json().toString().replace('"', '\''))
                .isEqualTo("{'instant':'2026-11-20T19:05:00+07:00','time':'2026-11-20T19:05:00+07:00',"
                        + "'date':'2026-11-20'}");
    }

    private Reply send(String more) {
        String body = "{'id':'" + ID + "','name':'n'," + more + "}";
        return api.asLan().posts("/v1/probe", body.replace('\'', '"'));
    }
}
