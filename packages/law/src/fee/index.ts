export { pageFee, perPageTariff, perRequestTariff, requestFee } from './tariff.js'
