package vn.toso.api.report;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of reports in one language. */
final class ReportWords {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final ResourceBundleMessageSource BUNDLES = bundles();

    private final Locale language;

    ReportWords(Locale language) {
        this.language = language;
    }

    Locale language() {
        return language;
    }

    /** The words of a key; throws {@link org.springframework.context.NoSuchMessageException} for a key without any. */
    String of(String key, Object... named) {
        return BUNDLES.getMessage(key, named, language);
    }

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasename("vn/toso/api/report/words");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
        return bundles;
    }
}
