package vn.toso.api.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.storage.Page;
import vn.toso.notifications.notice.AmendNoticeRule;
import vn.toso.notifications.notice.NoticeRules;

/** The rules of notices over HTTP. */
@RestController
@RequestMapping("/v1/notice-rules")
@Tag(name = "notice-rules", description = "Quy tắc thông báo / when and to whom something is told")
class NoticeRuleController {

    private final NoticeRules rules;
    private final AmendNoticeRule amendNoticeRule;
    private final NoticeRuleMapper mapper;

    NoticeRuleController(NoticeRules rules, AmendNoticeRule amendNoticeRule, NoticeRuleMapper mapper) {
        this.rules = rules;
        this.amendNoticeRule = amendNoticeRule;
        this.mapper = mapper;
    }

    @Needs(Permission.READ_NOTICE_RULES)
    @GetMapping
    @Operation(summary = "List the rules of notices", description = """
                    All of them: what is told, after how many days or hours, and to whom. A rule that nobody changed is as \
                    it ships and has version 0. For leaders and staff.""")
    @ApiResponse(
            responseCode = "200",
            description = "The rules",
            content = @Content(examples = @ExampleObject(NoticeRuleExamples.ALL)))
    Mono<Page<NoticeRuleResponse>> list(Actor actor) {
        return rules.list(actor).map(all -> new Page<>(mapper.toResponses(all), null));
    }

    @Needs(Permission.EDIT_NOTICE_RULES)
    @PutMapping("/{code}")
    @Operation(
            summary = "Change a rule of notices",
            description = """
                    When and to whom it tells, from now on; what was told stays told. For the province only. Whom a rule may \
                    tell depends on what it is about: escalations `ASSIGNEE`, `ASSIGNER`, `LEADERS`, `OVERSIGHT`, \
                    `PROVINCE`.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(NoticeRuleExamples.REQUEST))))
    @ApiResponse(
            responseCode = "200",
            description = "The rule as it is now",
            content = @Content(examples = @ExampleObject(NoticeRuleExamples.ANSWER)))
    Mono<ResponseEntity<NoticeRuleResponse>> put(
            Actor actor,
            @PathVariable String code,
            @IfMatch @Nullable Long version,
            @RequestBody NoticeRuleRequest request) {
        return amendNoticeRule
                .put(actor, code, version, mapper.toForm(request))
                .map(mapper::toResponse)
                .map(body -> Replies.document(body, body.version()));
    }
}
