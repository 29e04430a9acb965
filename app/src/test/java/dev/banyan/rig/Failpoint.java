package dev.banyan.rig;

/**
 * The places in which the matrix stops the process, each once. A name says what kind of point it is and what it belongs to:
 *
 * <table>
 *   <caption>Kinds of points</caption>
 *   <tr><th>kind</th><th>the process is there when …</th><th>belongs to</th></tr>
 *   <tr><td>{@code tx-end}</td><td>a transaction's method has returned; its events aren't written</td><td>method, or a listener's id</td></tr>
 *   <tr><td>{@code tx-written}</td><td>its events are written, too; nothing is committed</td><td>the same</td></tr>
 *   <tr><td>{@code tx-committed}</td><td>it is committed; no event was handed to the dispatcher</td><td>the same</td></tr>
 *   <tr><td>{@code listener-begin}</td><td>a delivery begins</td><td>listener's id</td></tr>
 *   <tr><td>{@code listener-end}</td><td>its transaction is committed</td><td>listener's id</td></tr>
 *   <tr><td>{@code call-begin}, {@code call-end}</td><td>a module is called, has answered</td><td>method of its API</td></tr>
 *   <tr><td>{@code provider-begin}, {@code provider-end}</td><td>the payment provider is asked, has said yes</td><td>method of its SPI</td></tr>
 *   <tr><td>{@code channel-begin}, {@code channel-end}</td><td>a message is handed over, was taken</td><td>name of the channel</td></tr>
 * </table>
 */
enum Failpoint {
    KEY_CLAIMED("tx-committed IdempotencyKeys.claim"),
    CHECKOUT_BEGUN("tx-committed CheckoutLedger.begin"),
    BEFORE_FREEZE("call-begin CartApi.freeze"),
    FROZEN("call-end CartApi.freeze"),
    BEFORE_RESERVE("call-begin InventoryApi.reserve"),
    RESERVED("call-end InventoryApi.reserve"),
    ORDER_UNWRITTEN("tx-end Placement.place"),
    ORDER_UNCOMMITTED("tx-written Placement.place"),
    ORDER_PLACED("tx-committed Placement.place"),
    ANSWER_UNKEPT("tx-end IdempotencyKeys.answer"),
    PAY_BEGINS("listener-begin orders.pay"),
    PAYMENT_UNCOMMITTED("tx-written PaymentCommands.authorize"),
    PAYMENT_ASKED_FOR("call-end PaymentsApi.authorize"),
    BEFORE_AUTHORIZE("provider-begin authorize"),
    AUTHORIZED("provider-end authorize"),
    AUTHORIZATION_UNCOMMITTED("tx-written payments.provider-step"),
    AUTHORIZATION_KNOWN("tx-committed payments.provider-step"),
    BEFORE_FIRM("call-begin InventoryApi.confirm"),
    FIRM("call-end InventoryApi.confirm"),
    CAPTURE_ASKED_FOR("call-end PaymentsApi.capture"),
    CAPTURED("provider-end capture"),
    CART_COMPLETED("call-end CartApi.complete"),
    CONFIRMATION_UNCOMMITTED("tx-written orders.confirm-on-capture"),
    CONFIRMED("tx-committed orders.confirm-on-capture"),
    CONFIRMATION_DELIVERED("listener-end orders.confirm-on-capture"),
    DECLINE_STOCK_RELEASED("call-end InventoryApi.release"),
    BEFORE_RELEASE("call-begin InventoryApi.release"),
    CART_RELEASED("call-end CartApi.release"),
    CANCEL_DECIDED("tx-committed Cancellation.request"),
    PAYMENT_CANCELLED("call-end PaymentsApi.cancel"),
    VOIDED("provider-end release"),
    CANCELLATION_UNCOMMITTED("tx-written orders.cancel"),
    SHIPPED("call-end InventoryApi.ship"),
    REFUND_ASKED_FOR("call-end PaymentsApi.refund"),
    REFUNDED("provider-end refund"),
    MESSAGE_UNCOMMITTED("tx-written notifications.order-confirmed"),
    MESSAGE_STORED("tx-committed notifications.order-confirmed"),
    BEFORE_MAIL("channel-begin mail.send"),
    MAIL_TAKEN("channel-end mail.send"),
    APPLIED_UNCOMMITTED("tx-written rig.tick"),
    APPLIED("tx-committed rig.tick-step");

    private final String point;

    Failpoint(String point) {
        this.point = point;
    }

    String point() {
        return point;
    }
}
