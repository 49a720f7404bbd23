package vn.toso.api.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaForm;
import vn.toso.domain.area.CreateHamlet;
import vn.toso.domain.area.Language;

/** Between an area on the wire and an area on file. */
@Mapper
interface AreaMapper {

    @Mapping(target = "form", source = "request")
    CreateHamlet.Command toCommand(HamletRequest request);

    @Mapping(target = "languages", qualifiedByName = "noneIfAbsent")
    AreaForm toForm(HamletRequest request);

    @Mapping(target = "languages", qualifiedByName = "noneIfAbsent")
    AreaForm toForm(AreaFields fields);

    AreaFields toFields(AreaForm form);

    @Mapping(target = "id", source = "area.id")
    @Mapping(target = "level", source = "area.level")
    @Mapping(target = "code", source = "area.code")
    @Mapping(target = "name", source = "area.name")
    @Mapping(target = "fullName", expression = "java(area.fullName())")
    @Mapping(target = "type", source = "area.type")
    @Mapping(target = "parentId", source = "path", qualifiedByName = "nearest")
    @Mapping(target = "path", source = "path")
    @Mapping(target = "formerParent", source = "former")
    @Mapping(target = "parents", source = "area.parents")
    @Mapping(target = "validFrom", source = "area.validFrom")
    @Mapping(target = "validTo", source = "area.validTo")
    @Mapping(target = "mergedInto", source = "area.mergedInto")
    @Mapping(target = "hasMobileBroadband", source = "area.hamletFacts.hasMobileBroadband")
    @Mapping(target = "languages", source = "area.hamletFacts.languages")
    @Mapping(target = "householdsDeclared", source = "area.hamletFacts.householdsDeclared")
    @Mapping(target = "source", source = "area.source")
    @Mapping(target = "generated", source = "area.source", qualifiedByName = "trueIfGenerated")
    @Mapping(target = "version", source = "area.revision.version")
    AreaResponse toResponse(Area area, List<Area> path, @Nullable Area former);

    @Mapping(target = "fullName", expression = "java(area.fullName())")
    AreaResponse.Brief toBrief(Area area);

    @Named("nearest")
    default vn.toso.domain.id.@Nullable AreaId nearest(List<Area> path) {
        return path.isEmpty() ? null : path.get(0).id();
    }

    @Named("noneIfAbsent")
    default List<Language> noneIfAbsent(@Nullable List<Language> languages) {
        return languages == null ? List.of() : languages;
    }

    @Named("trueIfGenerated")
    default @Nullable Boolean trueIfGenerated(String source) {
        return source.equals("generated") ? Boolean.TRUE : null;
    }
}
