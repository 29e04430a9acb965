package dev.banyan.cart.internal;

class CartApiLocalIT extends CartApiContract {}
