package org.oneseal.catalog.packages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What a package says: the editable draft and, unchanged, the published version.
 *
 * @param basis document that set it up, empty where none is named
 * @param stages one after the other; empty where the members alone have an order
 * @param same materials of several members that are one, though their names differ
 * @param guidance questions that switch members on and off, null without
 */
public record PackageContent(
        Wording name,
        String basis,
        List<Stage> stages,
        List<Member> members,
        List<SameMaterial> same,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Guide guidance) {

    /**
     * A stage (阶段): its members begin when those of the stage before are done.
     *
     * @param lead code of the department that leads it (牵头部门)
     * @param limit within which all of it is done, null without
     */
    public record Stage(
            String code,
            Wording name,
            String lead,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TimeLimit limit) {}

    /**
     * An item in the package.
     *
     * @param item its code
     * @param stage code of its stage, null in a package without
     * @param after what must be done before it begins
     */
    public record Member(
            String item,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String stage,
            List<Link> after) {

        public Member {
            after = List.copyOf(after);
        }
    }

    /**
     * That a member waits for another, perhaps because it needs its result.
     *
     * @param item code of the one that comes first
     * @param result code of its result that is handed on, null where only the order matters
     * @param material code of the waiting member's material that the result is, null likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(String item, @Nullable String result, @Nullable String material) {}

    /** Materials of members that are one and the same paper, under one name. */
    public record SameMaterial(String name, List<MaterialRef> materials) {

        public SameMaterial {
            materials = List.copyOf(materials);
        }
    }

    public record MaterialRef(String item, String material) {}

    public PackageContent {
        stages = List.copyOf(stages);
        members = List.copyOf(members);
        same = List.copyOf(same);
    }

    public List<String> items() {
        return members.stream().map(Member::item).distinct().toList();
    }

    /** The same with other codes of items and of departments. */
    PackageContent renamed(UnaryOperator<String> items, UnaryOperator<String> departments) {
        Guide guide = guidance;
        return new PackageContent(
                name,
                basis,
                stages.stream()
                        .map(
                                s ->
                                        new Stage(
                                                s.code(),
                                                s.name(),
                                                departments.apply(s.lead()),
                                                s.limit()))
                        .toList(),
                members.stream()
                        .map(
                                m ->
                                        new Member(
                                                items.apply(m.item()),
                                                m.stage(),
                                                m.after().stream()
                                                        .map(
                                                                l ->
                                                                        new Link(
                                                                                items.apply(
                                                                                        l.item()),
                                                                                l.result(),
                                                                                l.material()))
                                                        .toList()))
                        .toList(),
                same.stream()
                        .map(
                                s ->
                                        new SameMaterial(
                                                s.name(),
                                                s.materials().stream()
                                                        .map(
                                                                r ->
                                                                        new MaterialRef(
                                                                                items.apply(
                                                                                        r.item()),
                                                                                r.material()))
                                                        .toList()))
                        .toList(),
                guide == null ? null : Guide.renamed(guide, items));
    }

    public Optional<Stage> stage(@Nullable String code) {
        return stages.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** The links by which a member may get one of its materials from others. */
    List<Link> sources(String item, String material) {
        return members.stream()
                .filter(m -> m.item().equals(item))
                .flatMap(m -> m.after().stream())
                .filter(l -> material.equals(l.material()))
                .toList();
    }
}
