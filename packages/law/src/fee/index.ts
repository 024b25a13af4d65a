export { feeArticles } from './articles.js'
export { paymentPeriod } from './payment.js'
export { pageFee, perPageTariff, perRequestTariff, requestFee } from './tariff.js'
