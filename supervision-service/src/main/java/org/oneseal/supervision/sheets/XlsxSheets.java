package org.oneseal.supervision.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.measuring.Sheet;
import org.oneseal.supervision.measuring.SheetWriter;
import org.springframework.stereotype.Component;

/** XLSX (Office Open XML), streamed row by row. */
@Component
class XlsxSheets implements SheetWriter {

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void write(Sheet sheet, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "OneSeal", "1.0");
        Worksheet worksheet = workbook.newWorksheet(sheet.name());
        for (int column = 0; column < sheet.heads().size(); column++) {
            worksheet.value(0, column, sheet.heads().get(column));
        }
        int line = 1;
        for (List<@Nullable Object> row : sheet.rows()) {
            for (int column = 0; column < row.size(); column++) {
                cell(worksheet, line, column, row.get(column));
            }
            line++;
        }
        workbook.finish();
    }

    /** A text is a text in this format, whatever it begins with. */
    private static void cell(Worksheet sheet, int line, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Long number -> sheet.value(line, column, number);
            case BigDecimal number -> sheet.value(line, column, number);
            default -> sheet.value(line, column, value.toString());
        }
    }
}
