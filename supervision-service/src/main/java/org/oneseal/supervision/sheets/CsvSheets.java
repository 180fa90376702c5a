package org.oneseal.supervision.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.measuring.Sheet;
import org.oneseal.supervision.measuring.SheetWriter;
import org.springframework.stereotype.Component;

/** CSV as RFC 4180 has it, in UTF-8 with a mark, so that Chinese shows in every program. */
@Component
class CsvSheets implements SheetWriter {

    private static final String FORMULA = "=+-@\t\r";

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void write(Sheet sheet, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(sheet.heads());
        for (List<@Nullable Object> row : sheet.rows()) {
            csv.writeRecord(row.stream().map(CsvSheets::text).toList());
        }
        csv.flush();
        writer.flush();
    }

    private static String text(@Nullable Object cell) {
        String text = Objects.toString(cell, "");
        boolean formula = cell instanceof String && startsLikeFormula(text);
        return formula ? "'" + text : text;
    }

    static boolean startsLikeFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
