"""config.yaml and the environment become typed settings; every fault is told at once, with its line."""

from bot.settings.load import SettingsFaults, load, settings_path
from bot.settings.schema import Settings

__all__ = ["Settings", "SettingsFaults", "load", "settings_path"]
