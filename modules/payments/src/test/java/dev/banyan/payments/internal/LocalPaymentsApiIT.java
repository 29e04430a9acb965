package dev.banyan.payments.internal;

class LocalPaymentsApiIT extends PaymentsApiContract {}
