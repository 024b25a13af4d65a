export { againstApproving, againstEnding, againstModel, endedWords, type ModelWords } from './against.js'
export { type ModelSummary, modelSummary, summaryWords } from './summary.js'
