package dev.banyan.catalog.internal;

class CatalogApiLocalIT extends CatalogApiContract {}
