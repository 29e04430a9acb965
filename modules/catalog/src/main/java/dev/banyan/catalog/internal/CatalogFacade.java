package dev.banyan.catalog.internal;

import dev.banyan.catalog.CatalogApi;
import dev.banyan.catalog.FindOffers;
import dev.banyan.catalog.Offer;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
class CatalogFacade implements CatalogApi {
    private final OfferQueries offers;

    CatalogFacade(OfferQueries offers) {
        this.offers = offers;
    }

    @Override
    public List<Offer> offers(FindOffers query) {
        return offers.find(query);
    }
}
