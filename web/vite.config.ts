/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { aria_locales } from "./aria_locales";

// The server that `npm run dev` passes API requests to: `tributary serve` or the fixture server of tests/web.
const api = process.env["TRIBUTARY_API"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [aria_locales(), react()],
  server: { proxy: { "/api": api } },
  build: {
    // The content policy is default-src 'self': data: addresses would be refused.
    assetsInlineLimit: 0,
    target: "es2022",
    reportCompressedSize: true,
    chunkSizeWarningLimit: 600,
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
