import { quarter } from './run.js'

quarter(1, 20251121)
