package vn.toso.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

@ApiTest
class MergePatchTest {

    @Autowired
    private Api api;

    @Test
    void whatThePatchDoesNotNameStays() {
        assertThat(patch("{}").is(200).json().toString().replace('"', '\''))
                .isEqualTo("{'id':'01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e8f','name':'now','count':3,'flag':true,"
                        + "'outcome':'ABSENT','inner':[{'word':'a','level':1}],"
                        + "'one':{'word':'b','outcome':'REFUSED','level':2}}");
    }

    @Test
    void nullTakesAwayObjectsMergeListsAreReplaced() {
        Reply reply = patch("{'count':null,'one':{'outcome':null,'level':5},'inner':[{'word':'z','level':9}]}")
                .is(200);

        assertThat(reply.at("/count")).isEmpty();
        assertThat(reply.at("/one").replace('"', '\'')).isEqualTo("{'word':'b','level':5}");
        assertThat(reply.at("/inner").replace('"', '\'')).isEqualTo("[{'word':'z','level':9}]");
    }

    @Test
    void whatIsRequiredCannotBeTakenAway() {
        patch("{'name':null,'one':{'word':null}}")
                .isProblem(422, "invalid")
                .blames("/name required", "/one/word required");
    }

    @Test
    void unknownFieldsAreRefusedEvenAsNull() {
        patch("{'colour':'red'}").isProblem(400, "malformed").blames("/colour unknown-field");
        patch("{'colour':null}").isProblem(400, "malformed").blames("/colour unknown-field");
        patch("{'one':{'x':null}}").isProblem(400, "malformed").blames("/one/x unknown-field");
    }

    @Test
    void wrongTypesAreRefused() {
        patch("{'count':'4'}").isProblem(400, "malformed").blames("/count not-an-integer");
        patch("{'outcome':'DONE'}").isProblem(400, "malformed").blames("/outcome not-one-of");
        patch("[]").isProblem(400, "malformed").blames(" not-an-object");
        patch("5").isProblem(400, "malformed").blames(" not-an-object");
        patch("{'count':1,'count':2}").isProblem(400, "malformed").blames("/count duplicate-field");
    }

    private Reply patch(String patch) {
        return api.asLan().patches("/v1/probe", patch.replace('\'', '"'));
    }
}
