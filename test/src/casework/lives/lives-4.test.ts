import { quarter } from './run.js'

quarter(4, 20251124)
