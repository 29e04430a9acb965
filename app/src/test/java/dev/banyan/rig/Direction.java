package dev.banyan.rig;

/** Which way bytes go through a proxy. */
enum Direction {
    TO_SERVER,
    TO_CLIENT
}
