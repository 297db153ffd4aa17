import { expect, it } from "vitest";
import { file_name } from "./picture_file";

it("names files after what they show, in any language", () => {
  expect(file_name("Each pilot, and all together: Score", "png")).toBe("each-pilot-and-all-together-score.png");
  expect(file_name("Κάθε χώρα: Βαθμός", "svg")).toBe("κάθε-χώρα-βαθμός.svg");
  expect(file_name("?", "svg")).toBe("picture.svg");
});
