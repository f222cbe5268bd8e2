import { layerPglite } from "@convoque/adapters-sql"
import { checkContracts } from "./support/contracts.ts"

checkContracts(layerPglite())
