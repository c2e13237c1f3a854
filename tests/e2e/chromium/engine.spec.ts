/** What the engine reads and marks on pages as they come: a case for each thing that a page can do. */
import { test } from "playwright/test";
import { testInChromium } from "../engine/chromium.ts";
import { left } from "../engine/left.ts";
import { marked } from "../engine/marks.ts";
import { read } from "../engine/read.ts";

test.describe("what is read", () => testInChromium(read));
test.describe("what is left alone", () => testInChromium(left));
test.describe("marks", () => testInChromium(marked));
