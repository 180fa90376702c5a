package org.oneseal.catalog.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.checklist.Checklist;
import org.oneseal.catalog.guide.Asked;
import org.oneseal.catalog.guide.Determination;
import org.oneseal.catalog.guide.Effect;
import org.oneseal.catalog.guide.Finding;
import org.oneseal.catalog.guide.Question;
import org.oneseal.catalog.guide.Reply;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.Fee;
import org.oneseal.catalog.items.FormFile;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.items.ServiceGuide;
import org.oneseal.catalog.items.Step;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What one applicant needs, each line with its reason, in the reader's language.
 *
 * @param item what to apply for: the handler's own item where it has published one
 * @param next what to ask now
 * @param unused codes of answers that were not asked for, or not yet
 * @param feeTotalFen null while a fee is open or its standard decides
 * @param spareCertificates held ones that replace nothing here, or that are no longer valid
 */
record ChecklistView(
        String item,
        int version,
        String name,
        LocalDate on,
        Checklist.State state,
        List<QuestionView> next,
        List<ReplyView> answered,
        List<String> unused,
        @Nullable ChosenView variant,
        List<ChosenView> refusals,
        List<MaterialView> materials,
        List<FeeView> fees,
        @Nullable Long feeTotalFen,
        List<ChosenView> roles,
        List<ChosenView> packages,
        CaseKind caseKind,
        @Nullable TimeLimit legalLimit,
        @Nullable TimeLimit promisedLimit,
        List<Step> steps,
        List<ItemResult> results,
        HandlingView handling,
        List<ChecklistBody.CertificateBody> spareCertificates) {

    static ChecklistView of(Checklist list, Locale locale) {
        ItemContent content = list.content();
        Checklist.VariantLine variant = list.variant();
        return new ChecklistView(
                list.item(),
                list.version(),
                content.name(),
                list.on(),
                list.state(),
                list.next().stream().map(q -> QuestionView.of(q, locale)).toList(),
                list.questions().stream().flatMap(a -> ReplyView.of(a, locale).stream()).toList(),
                list.unused(),
                variant == null
                        ? null
                        : new ChosenView(
                                variant.variant().code(),
                                said(variant.variant().name(), locale),
                                ReasonView.of(variant.finding(), locale)),
                list.refusals().stream().map(f -> ChosenView.of(f, locale)).toList(),
                list.materials().stream().map(m -> MaterialView.of(m, locale)).toList(),
                list.fees().stream().map(f -> FeeView.of(f, locale)).toList(),
                list.feeTotalFen(),
                list.roles().stream().map(f -> ChosenView.of(f, locale)).toList(),
                list.packages().stream().map(f -> ChosenView.of(f, locale)).toList(),
                content.caseKind(),
                content.legalLimit(),
                content.promisedLimit(),
                content.steps(),
                content.results(),
                HandlingView.of(list),
                list.spareCertificates().stream().map(ChecklistBody.CertificateBody::of).toList());
    }

    static String said(Wording wording, Locale locale) {
        return locale.getLanguage().equals("en") ? wording.en() : wording.zh();
    }

    record QuestionView(String code, String text, Question.Kind kind, List<OptionView> options) {

        static QuestionView of(Question question, Locale locale) {
            return new QuestionView(
                    question.code(),
                    said(question.text(), locale),
                    question.kind(),
                    question.options().stream()
                            .map(o -> new OptionView(o.code(), said(o.text(), locale)))
                            .toList());
        }
    }

    record OptionView(String code, String text) {}

    /** An answer, with the question and what a choice means. */
    record ReplyView(String question, String text, Object answer, @Nullable String answerText) {

        static ReplyView of(Reply reply, Locale locale) {
            Question question = reply.question();
            String option =
                    question.options().stream()
                            .filter(o -> o.code().equals(reply.answer()))
                            .map(o -> said(o.text(), locale))
                            .findFirst()
                            .orElse(null);
            return new ReplyView(
                    question.code(), said(question.text(), locale), reply.answer(), option);
        }

        static List<ReplyView> of(Asked asked, Locale locale) {
            Object answer = asked.answer();
            if (answer == null) return List.of();
            return List.of(of(new Reply(asked.question(), answer), locale));
        }
    }

    /**
     * Why a line is there: the determination, its condition and the answers it rests on.
     *
     * @param awaits codes of the questions that may still decide it
     */
    record ReasonView(
            String determination,
            String when,
            @Nullable String ground,
            List<ReplyView> because,
            List<String> awaits) {

        static ReasonView of(Finding finding, Locale locale) {
            Determination determination = finding.determination();
            return new ReasonView(
                    determination.code(),
                    determination.when(),
                    determination.ground(),
                    finding.because().stream().map(r -> ReplyView.of(r, locale)).toList(),
                    finding.awaits());
        }

        static List<ReasonView> all(List<Finding> findings, Locale locale) {
            return findings.stream().map(f -> of(f, locale)).toList();
        }
    }

    /** What a determination chose: variant, role, package or refusal. */
    record ChosenView(@Nullable String code, @Nullable String text, ReasonView reason) {

        static ChosenView of(Finding finding, Locale locale) {
            Effect effect = finding.determination().effect();
            Wording text = effect.text();
            return new ChosenView(
                    effect.target(),
                    text == null ? null : said(text, locale),
                    ReasonView.of(finding, locale));
        }
    }

    /**
     * A material.
     *
     * @param reasons none where the item asks everybody for it
     * @param certificate what is on file instead of it
     * @param areaEvaluation what was found for the area instead of it
     */
    record MaterialView(
            String code,
            String name,
            Checklist.Need need,
            Material.Necessity necessity,
            Material.Form form,
            int copies,
            Material.Source source,
            @Nullable String basis,
            @Nullable String standard,
            @Nullable FormFile blankForm,
            @Nullable FormFile sample,
            List<ReasonView> reasons,
            ChecklistBody.@Nullable CertificateBody certificate,
            @Nullable SharedFindingView areaEvaluation) {

        static MaterialView of(Checklist.MaterialLine line, Locale locale) {
            Material m = line.material();
            var held = line.certificate();
            return new MaterialView(
                    m.code(),
                    m.name(),
                    line.need(),
                    m.necessity(),
                    m.form(),
                    m.copies(),
                    m.source(),
                    m.basis(),
                    m.standard(),
                    m.blankForm(),
                    m.sample(),
                    ReasonView.all(line.findings(), locale),
                    held == null ? null : ChecklistBody.CertificateBody.of(held),
                    SharedFindingView.of(line.shared()));
        }
    }

    record FeeView(
            String name,
            Checklist.FeeState state,
            @Nullable Long amountFen,
            String standard,
            String basis,
            List<ReasonView> reasons) {

        static FeeView of(Checklist.FeeLine line, Locale locale) {
            Fee fee = line.fee();
            return new FeeView(
                    fee.name(),
                    line.state(),
                    line.amountFen(),
                    fee.standard(),
                    fee.basis(),
                    ReasonView.all(line.findings(), locale));
        }
    }

    /** Where it is handled, by whom and in whose name. */
    record HandlingView(
            HandlersApi.BodyView handler,
            HandlersApi.BodyView inTheNameOf,
            List<GrantView> via,
            @Nullable ServiceGuide guide) {

        static HandlingView of(Checklist list) {
            Checklist.Handling handling = list.handling();
            return new HandlingView(
                    HandlersApi.BodyView.of(handling.handler()),
                    HandlersApi.BodyView.of(handling.inTheNameOf()),
                    handling.via().stream().map(GrantView::of).toList(),
                    list.content().guide());
        }
    }
}
