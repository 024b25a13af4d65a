export { entriesSchema, readEntries } from './entries.js'
export { againstPublishing, formRefusal } from './publish.js'
export { readPublishedReport } from './published-report.js'
export { cannotJudge } from './unjudged.js'
