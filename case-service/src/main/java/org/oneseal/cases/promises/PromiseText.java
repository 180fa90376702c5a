package org.oneseal.cases.promises;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.items.ItemVersion;

/** What is told to the applicant and what the applicant promises, in the language of the law. */
record PromiseText(
        ItemVersion item,
        String applicant,
        List<CaseFact.PromisedMaterial> materials,
        PromiseRule rule,
        LocalDate day) {

    String notice() {
        return """
        告知书

        事项:%s(%s,第%d版)
        实施机关:%s
        设定依据:%s
        申请人:%s
        告知日期:%s

        一、本事项的下列材料可以在承诺后补交:
        %s
        二、补交期限自承诺之日起计算,为%s。依据:%s。
        三、期限届满仍未补交的,行政机关责令限期整改;拒不整改或者整改后仍不符合条件的,依法撤销行政决定,并记入信用记录;信用修复前不再适用告知承诺。
        四、不愿意承诺的,可以提交全部材料,按照一般程序办理。
        """
                .formatted(
                        item.name(),
                        item.itemCode(),
                        item.version(),
                        item.departmentName(),
                        item.legalBasis(),
                        applicant,
                        day,
                        list(),
                        length(),
                        rule.legalGround());
    }

    String promise() {
        return """
        承诺书

        申请人:%s
        事项:%s(%s,第%d版)
        承诺日期:%s

        申请人现作出下列承诺:
        一、已经知晓行政机关告知的全部内容;
        二、所填写的信息和所提交的材料真实、准确;
        三、在下列日期届满前补交下列材料:
        %s
        四、愿意承担违反承诺的法律责任;
        五、以上是申请人真实的意思表示。
        """
                .formatted(applicant, item.name(), item.itemCode(), item.version(), day, list());
    }

    private String list() {
        var lines = new StringBuilder();
        for (var material : materials) {
            if (!lines.isEmpty()) lines.append('\n');
            lines.append("%s(%s),%s".formatted(material.name(), material.code(), material.due()));
        }
        return lines.toString();
    }

    private String length() {
        return rule.limit().amount()
                + switch (rule.limit().unit()) {
                    case WORKING_DAY -> "个工作日";
                    case CALENDAR_DAY -> "日";
                    case MONTH -> "个月";
                    case OFFICE_HOUR -> "个工作小时";
                };
    }
}
