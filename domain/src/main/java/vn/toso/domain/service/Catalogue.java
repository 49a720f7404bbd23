package vn.toso.domain.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The catalogue as it was read at one moment. Immutable. */
public final class Catalogue {

    public static final Catalogue EMPTY = new Catalogue(List.of());

    private final Map<String, Service> byCode = new TreeMap<>();

    public Catalogue(Collection<Service> services) {
        services.forEach(service -> byCode.put(service.code(), service));
    }

    /** The row with this code, offered or not. */
    public Optional<Service> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Every row, by code; those no longer offered among them. */
    public Collection<Service> all() {
        return byCode.values();
    }
}
