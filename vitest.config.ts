import { defineConfig } from "vitest/config"

const conditions = ["@convoque/source", "module", "node", "development|production"]
const resolve = { conditions }
const ssr = { resolve: { conditions } }

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: "pure",
          include: [
            "packages/{core,testing,adapters-http,adapters-documents}/test/**/*.test.ts",
            "docs/test/**/*.test.ts",
          ],
          exclude: ["**/*.tools.test.ts", "**/*.int.test.ts"],
          isolate: false,
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: "adapters",
          globalSetup: ["packages/adapters-sql/test/support/global-setup.ts"],
          include: [
            "packages/adapters-{sql,mail}/test/**/*.test.ts",
            "packages/*/test/**/*.int.test.ts",
            "examples/*/test/**/*.test.ts",
          ],
          exclude: ["**/*.tools.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        resolve,
        ssr,
        test: {
          // Needs programs of the operating system: run by `.ci/run` and `npm run test:tools`.
          name: "tools",
          include: ["packages/*/test/**/*.tools.test.ts", "examples/*/test/**/*.tools.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
