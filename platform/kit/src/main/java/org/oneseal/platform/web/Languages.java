package org.oneseal.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The languages people are answered in: Chinese, and English for those who ask for it. */
final class Languages extends AcceptHeaderLocaleResolver {

    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    Languages() {
        setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        setSupportedLocales(SPOKEN);
    }

    static Locale of(HttpServletRequest request) {
        return new Languages().resolveLocale(request);
    }

    @Override
    public @Nullable Locale getDefaultLocale() {
        return Locale.SIMPLIFIED_CHINESE;
    }
}
