package dev.banyan.inventory.internal;

class InventoryApiLocalIT extends InventoryApiContract {}
