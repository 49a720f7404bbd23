package vn.toso.api.check;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import vn.toso.domain.check.CheckStore;
import vn.toso.domain.check.CheckStore.Checked;
import vn.toso.domain.storage.Invariant.Broken;

/** Checks what is stored instead of serving it. The process ends with 0 when every promise is kept, else with 1. */
@Component
@ConditionalOnProperty("toso.check")
final class CheckRun implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CheckRun.class);

    /** Of each promise, so that what else is wrong stays in sight. */
    private static final int SHOWN = 20;

    private final CheckStore check;
    private final ApplicationContext application;

    CheckRun(CheckStore check, ApplicationContext application) {
        this.check = check;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.info("Checking what is stored; nothing is changed.");
        List<Checked> checked =
                check.run().doOnNext(CheckRun::tell).collectList().toFuture().join();
        long broken = checked.stream().filter(one -> !one.broken().isEmpty()).count();
        LOG.info("{} promises checked, {} broken.", checked.size(), broken);
        System.exit(SpringApplication.exit(application, () -> broken == 0 ? 0 : 1));
    }

    private static void tell(Checked checked) {
        if (checked.broken().isEmpty()) {
            LOG.info("kept: {}", checked.promise());
            return;
        }
        LOG.error("BROKEN, {} times: {}", checked.broken().size(), checked.promise());
        checked.broken().stream().limit(SHOWN).forEach(CheckRun::tell);
        if (checked.broken().size() > SHOWN) {
            LOG.error("  and {} more", checked.broken().size() - SHOWN);
        }
    }

    private static void tell(Broken broken) {
        LOG.error("  {} {}", broken.document(), broken.contradiction());
    }
}
