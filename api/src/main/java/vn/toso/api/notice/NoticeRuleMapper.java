package vn.toso.api.notice;

import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.toso.notifications.notice.NoticeRule;
import vn.toso.notifications.notice.NoticeRuleForm;

/** Between a rule on the wire and on file. */
@Mapper
interface NoticeRuleMapper {

    @Mapping(target = "kind", expression = "java(rule.code().kind())")
    @Mapping(target = "version", source = "revision.version")
    NoticeRuleResponse toResponse(NoticeRule rule);

    List<NoticeRuleResponse> toResponses(List<NoticeRule> rules);

    @Mapping(target = "enabled", defaultValue = "true")
    @Mapping(target = "urgent", defaultValue = "false")
    NoticeRuleForm toForm(NoticeRuleRequest request);
}
