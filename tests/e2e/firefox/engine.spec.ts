/** What the engine reads and marks on pages as they come: a case for each thing that a page can do. */
import { test } from "playwright/test";
import { testInFirefox } from "../engine/firefox.ts";
import { left } from "../engine/left.ts";
import { marked } from "../engine/marks.ts";
import { read } from "../engine/read.ts";

test.describe("what is read", () => testInFirefox(read));
test.describe("what is left alone", () => testInFirefox(left));
test.describe("marks", () => testInFirefox(marked));
