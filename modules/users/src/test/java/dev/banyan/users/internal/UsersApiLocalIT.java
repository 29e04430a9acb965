package dev.banyan.users.internal;

class UsersApiLocalIT extends UsersApiContract {}
