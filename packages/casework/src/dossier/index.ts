export { type Delivery, deliveriesOf } from './deliveries.js'
export type { Filed } from './filed.js'
export { historyPage } from './history.js'
export { nothingWithheld, type Withheld, withheldFromApplicant } from './withheld.js'
