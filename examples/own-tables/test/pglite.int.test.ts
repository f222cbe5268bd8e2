import { openPglite } from "../src/database.ts"
import { checkPortal } from "./suite.ts"

checkPortal(openPglite)
