import type { OpenedCase } from './open-case.js'

/** The call to pay; the sum and the day stand above it. */
export const PaymentWanted = ({ opened: { current } }: { opened: OpenedCase }) =>
  current.at.state === 'awaitingPayment' ? (
    <section className="notice" aria-labelledby="payment">
      <h2 id="payment">请您缴费</h2>
      <p>怎样缴写在收费通知书上。缴了以后告诉我们，核对得更快。</p>
      <p>
        <a className="button" href="/case/payment">
          缴费和告知
        </a>
      </p>
    </section>
  ) : null
