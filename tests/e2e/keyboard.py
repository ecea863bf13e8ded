"""Somebody who has only a keyboard: presses keys, and says what the focus is on."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

HAS_FOCUS = "(element) => element.getRootNode().activeElement === element"
HAS_RING = """(element) => {
  const style = getComputedStyle(element);
  return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
}"""


@dataclass
class Keyboard:
    """The keyboard before one tab; nothing here points or clicks."""

    page: Page

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        """Words into what has the focus."""
        self.page.keyboard.type(words)

    def tab_to(self, wanted: Locator, *, key: str = "Tab", most: int = 80) -> None:
        """Tab until the focus is on `wanted`, which must show it; raises AssertionError after `most` steps."""
        wanted.wait_for()
        for _ in range(most):
            if wanted.evaluate(HAS_FOCUS):
                assert wanted.evaluate(HAS_RING), f"the focus on {wanted} cannot be seen"
                return
            self.press(key)
        raise AssertionError(f"{most} times {key} do not reach {wanted}")

    def choose(self, field: Locator, words: str, *, saved: str) -> None:
        """Choose by typing the option's first letters, leave the field, and wait until the page says so."""
        expect(field).to_be_focused()
        self.write(words)
        self.press("Escape")
        expect(self.page.locator(".toasts")).to_contain_text(saved)
