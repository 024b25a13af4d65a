export { type Delivery, deliveriesOf } from './deliveries.js'
export { type Filed, type FiledOf, isFiled } from './filed.js'
export { historyPage } from './history.js'
export { nothingWithheld, thirdPartyWords, type Withheld, withheldFromApplicant } from './withheld.js'
